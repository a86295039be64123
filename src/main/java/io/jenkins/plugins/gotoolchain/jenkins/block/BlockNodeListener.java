package io.jenkins.plugins.gotoolchain.jenkins.block;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.Computer;
import hudson.model.TaskListener;
import hudson.slaves.ComputerListener;
import io.jenkins.plugins.gotoolchain.jenkins.login.LeftFolders;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** When a node is back: its running blocks take their leases again, and what ended blocks left there is deleted. */
@Extension
public class BlockNodeListener extends ComputerListener {

    @Override
    public void onOnline(Computer computer, TaskListener log) throws InterruptedException {
        ExtensionList.lookupSingleton(LeftFolders.class).nodeIsBack(computer.getName());
        StepExecution.acceptAll(WithGoExecution.class, execution -> execution.nodeIsBack(computer.getName()));
    }
}
