package org.jenkinsci.plugins.workflow.steps;

public abstract class BodyInvoker {
    private BodyInvoker() {
    }

    public static hudson.console.ConsoleLogFilter mergeConsoleLogFilters(hudson.console.ConsoleLogFilter original, hudson.console.ConsoleLogFilter subsequent) {
        throw new UnsupportedOperationException();
    }

    public static hudson.LauncherDecorator mergeLauncherDecorators(hudson.LauncherDecorator original, hudson.LauncherDecorator subsequent) {
        throw new UnsupportedOperationException();
    }

    public abstract org.jenkinsci.plugins.workflow.steps.BodyExecution start();

    public abstract org.jenkinsci.plugins.workflow.steps.BodyInvoker withCallback(org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback callback);

    public abstract org.jenkinsci.plugins.workflow.steps.BodyInvoker withContext(Object override);
}
