package edu.umd.cs.findbugs.annotations;

@java.lang.annotation.Documented
@java.lang.annotation.Target(value = {java.lang.annotation.ElementType.FIELD, java.lang.annotation.ElementType.METHOD, java.lang.annotation.ElementType.PARAMETER, java.lang.annotation.ElementType.LOCAL_VARIABLE})
@java.lang.annotation.Retention(value = java.lang.annotation.RetentionPolicy.CLASS)
public @interface NonNull {
}
