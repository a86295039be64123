package hudson.model.labels;

public abstract class LabelExpression extends hudson.model.Label {
    protected LabelExpression(String name) {
        super(name);
    }

    public static hudson.util.FormValidation validate(String expression) {
        throw new UnsupportedOperationException();
    }
}
