package io.jenkins.plugins.gotoolchain.jenkins.block;

import hudson.AbortException;
import hudson.console.ConsoleLogFilter;
import hudson.model.Computer;
import hudson.model.Node;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.remoting.Channel;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.gotoolchain.failure.ToolchainException;
import io.jenkins.plugins.gotoolchain.jenkins.node.OutcomeLine;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.util.Timer;
import org.jenkinsci.plugins.workflow.steps.BodyExecution;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.BodyInvoker;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;
import org.jenkinsci.plugins.workflow.steps.GeneralNonBlockingStepExecution;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/**
 * One run of the block: provides off the Pipeline's thread, runs the body, cleans up. Each of the three may be cut
 * short by a restart of the controller and is then taken up again.
 */
final class WithGoExecution extends GeneralNonBlockingStepExecution {

    private static final long serialVersionUID = 1L;
    private static final Logger LOGGER = Logger.getLogger(WithGoExecution.class.getName());

    private enum Phase { PROVIDING, INSIDE, CLOSING, DONE }

    private final WithGoStep step;
    /** Chosen once, so that what was written before a crash is found and written anew after it. */
    private final String loginFolder = "go-login-" + UUID.randomUUID();
    private Phase phase = Phase.PROVIDING;
    private OpenBlock open;
    private BodyExecution body;
    private Object result;
    private Throwable failure;
    private transient boolean stopping;
    private transient String awaited;

    WithGoExecution(StepContext context, WithGoStep step) {
        super(context);
        this.step = step;
    }

    @Override
    public boolean start() {
        run(this::provide);
        return false;
    }

    private void provide() throws Exception {
        BlockOpening opening = new BlockOpening(step, loginFolder, getContext());
        try {
            opening.open();
            begin(opening);
        } catch (Exception e) {
            opening.undo();
            if (isStopping()) {
                return; // whoever stopped it has said how it ends
            }
            if (opening.node() != null && (LostConnection.isBehind(e) || channel(opening.node()) == null)) {
                await(opening.node());
                return;
            }
            throw e instanceof ToolchainException ? new AbortException(e.getMessage()) : e;
        }
    }

    /** As sh does: the node may come back, and so may a controller that is going down. */
    private void await(Node node) throws IOException, InterruptedException {
        say("The connection to " + node.getDisplayName() + " was lost before Go was ready. It goes on when the node is back.");
        synchronized (this) {
            awaited = node.getNodeName();
        }
        Timer.get().schedule(() -> backAlready(node), 1, TimeUnit.SECONDS);
    }

    private void backAlready(Node node) {
        if (channel(node) instanceof Channel channel && !channel.isClosingOrClosed()) {
            nodeIsBack(node.getNodeName());
        }
    }

    private static VirtualChannel channel(Node node) {
        Computer computer = node.toComputer();
        return computer == null ? null : computer.getChannel();
    }

    private synchronized boolean isStopping() {
        return stopping;
    }

    private synchronized void begin(BlockOpening opening) throws IOException, InterruptedException {
        if (stopping) {
            throw new InterruptedException();
        }
        StepContext context = getContext();
        BodyInvoker invoker = context.newBodyInvoker()
                .withContext(EnvironmentExpander.merge(context.get(EnvironmentExpander.class), opening.variables()))
                .withCallback(new End(this));
        if (opening.mask() != null) {
            invoker.withContext(BodyInvoker.mergeConsoleLogFilters(context.get(ConsoleLogFilter.class), opening.mask()));
        }
        if (opening.launchers() != null) {
            invoker.withContext(opening.launchers());
        }
        open = opening.block();
        phase = Phase.INSIDE;
        body = invoker.start();
    }

    private synchronized void ended(Object value, Throwable thrown) {
        phase = Phase.CLOSING;
        result = value;
        failure = thrown;
        run(this::close);
    }

    private void close() throws Exception {
        for (String line : block().end(getContext().get(Run.class))) {
            say(line);
        }
        finish();
    }

    private synchronized void finish() {
        phase = Phase.DONE;
        if (failure != null) {
            getContext().onFailure(failure);
        } else {
            getContext().onSuccess(result);
        }
    }

    @Override
    public void stop(Throwable cause) throws Exception {
        boolean providing;
        synchronized (this) {
            if (phase == Phase.INSIDE && body != null) {
                body.cancel(cause);
                return;
            }
            if (phase == Phase.CLOSING && !stopping) {
                stopping = true; // it takes a moment; whoever asks again does not wait for it
                failure = failure == null ? cause : failure;
                return;
            }
            stopping = true;
            providing = phase == Phase.PROVIDING;
        }
        if (providing) {
            say("Stopped before Go was ready, because the build was stopped. What was downloaded is kept, and the next"
                    + " build goes on from there.");
        }
        super.stop(cause);
    }

    /** Without what the class above would do: fail. */
    @Override
    public synchronized void onResume() {
        switch (phase) {
            case PROVIDING -> run(this::provide);
            case INSIDE -> run(this::holdAgain);
            case CLOSING -> run(this::close);
            default -> { }
        }
    }

    synchronized void nodeIsBack(String node) {
        if (phase == Phase.INSIDE && open.isOn(node)) {
            run(this::holdAgain);
        } else if (node.equals(awaited) && phase == Phase.PROVIDING && !stopping) {
            awaited = null;
            run(this::provide);
        }
    }

    private void holdAgain() throws InterruptedException {
        try {
            OpenBlock block = block();
            block.hold();
            if (!isInside()) {
                block.end(null);
            }
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.FINE, "the lease of a running block could not be taken again", e);
        }
    }

    private synchronized OpenBlock block() {
        return open;
    }

    private synchronized boolean isInside() {
        return phase == Phase.INSIDE;
    }

    private void say(String text) throws IOException, InterruptedException {
        TaskListener log = getContext().get(TaskListener.class);
        log.getLogger().println(OutcomeLine.PREFIX + text);
    }

    private static final class End extends BodyExecutionCallback {

        private static final long serialVersionUID = 1L;

        private final WithGoExecution execution;

        End(WithGoExecution execution) {
            this.execution = execution;
        }

        @Override
        public void onSuccess(StepContext context, Object value) {
            execution.ended(value, null);
        }

        @Override
        public void onFailure(StepContext context, Throwable thrown) {
            execution.ended(null, thrown);
        }
    }
}
