package io.jenkins.plugins.gotoolchain.jenkins.block;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.gotoolchain.failure.ConfigurationException;
import io.jenkins.plugins.gotoolchain.pins.PinFile;
import io.jenkins.plugins.gotoolchain.pins.Pins;
import java.io.File;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import jenkins.agents.ControllerToAgentFileCallable;

/**
 * The file of pins that counts for a block, read on the agent: in its folder, else in the next one above that has one, up
 * to the workspace. Called on the workspace. The answer is null where there is none.
 *
 * @param folder where the block is, relative to the workspace, with {@code /}; empty for the workspace itself
 */
record ReadWorkspacePins(String folder) implements ControllerToAgentFileCallable<Pins> {

    @Override
    public Pins invoke(File workspace, VirtualChannel channel) throws IOException {
        String at = folder;
        while (true) {
            String name = at.isEmpty() ? PinFile.NAME : at + "/" + PinFile.NAME;
            Path file = workspace.toPath().resolve(name);
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                return read(file, name);
            }
            if (at.isEmpty()) {
                return null;
            }
            at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
        }
    }

    private static Pins read(Path file, String name) throws IOException {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > PinFile.LIMIT) {
                throw new ConfigurationException(
                        name + " is no file, or larger than a file of pins can be", "see whether it is the file that was meant");
            }
            return PinFile.parse(Files.readString(file), name).pins();
        } catch (CharacterCodingException e) {
            throw new ConfigurationException(name + " is not written in UTF-8", "save it as UTF-8");
        } catch (ConfigurationException e) {
            throw e;
        } catch (IOException e) {
            throw new ConfigurationException(
                    name + " cannot be read: " + e.getMessage(), List.of(), "see to its permissions", e);
        }
    }
}
