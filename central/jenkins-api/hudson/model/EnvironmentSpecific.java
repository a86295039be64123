package hudson.model;

public interface EnvironmentSpecific<T extends hudson.model.EnvironmentSpecific<T>> {
    T forEnvironment(hudson.EnvVars environment);
}
