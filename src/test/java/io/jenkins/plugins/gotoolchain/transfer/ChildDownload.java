package io.jenkins.plugins.gotoolchain.transfer;

import io.jenkins.plugins.gotoolchain.failure.ToolchainException;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A download in a process of its own. Says {@code done <sha256> <fetched>}, or what went wrong. */
final class ChildDownload {

    private ChildDownload() {}

    static Process start(DownloadRequest request, String... wrapper) throws IOException {
        List<String> command = new ArrayList<>(List.of(wrapper));
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xshare:auto",
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), ChildDownload.class.getName(),
                request.uri().toString(), request.partialFolder().toString(), request.key()));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT)
                .directory(new File(System.getProperty("java.io.tmpdir"))).start();
    }

    public static void main(String[] args) throws InterruptedException {
        DownloadRequest request = new DownloadRequest(
                URI.create(args[0]), -1, null, 1 << 30, Path.of(args[1]), args[2], null);
        TransferProgress progress = new TransferProgress() {
            @Override
            public void notice(String text) {
                System.out.println(text);
            }
        };
        try {
            Downloaded got = new Downloader(Network.direct(Profile.LARGE_FILE), progress).download(request);
            System.out.println("done " + got.sha256() + " " + got.fetched());
        } catch (ToolchainException e) {
            System.out.println(e.getMessage());
        }
    }
}
