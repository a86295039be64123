package hudson.model;

public abstract class Label extends hudson.model.Actionable {
    protected Label(String name) {
        throw new UnsupportedOperationException();
    }

    public final boolean matches(hudson.model.Node n) {
        throw new UnsupportedOperationException();
    }

    public static hudson.model.Label parseExpression(String labelExpression) {
        throw new UnsupportedOperationException();
    }
}
