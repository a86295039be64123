package edu.umd.cs.findbugs.annotations;

@java.lang.annotation.Retention(value = java.lang.annotation.RetentionPolicy.CLASS)
public @interface SuppressFBWarnings {
    String justification() default "";

    String[] value() default {};
}
