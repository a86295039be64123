package io.jenkins.plugins.gotoolchain.source;

/** An index of a download site, as text. */
final class Index {

    private Index() {}

    /** With one file a line: {@code <version> <os> <arch> <sha256 or -> <size>}. */
    static String of(String... lines) {
        StringBuilder json = new StringBuilder("[");
        for (String line : lines) {
            String[] f = line.split(" ");
            String name = "go" + f[0] + "." + f[1] + "-" + f[2] + (f[1].equals("windows") ? ".zip" : ".tar.gz");
            json.append(json.length() > 1 ? "," : "").append("{\"version\":\"go").append(f[0]).append("\",\"stable\":true,\"files\":[{")
                    .append("\"filename\":\"").append(name).append("\",\"os\":\"").append(f[1]).append("\",\"arch\":\"").append(f[2])
                    .append("\",\"version\":\"go").append(f[0]).append("\",\"sha256\":\"").append(f[3].equals("-") ? "" : f[3])
                    .append("\",\"size\":").append(f[4]).append(",\"kind\":\"archive\"}]}");
        }
        return json.append("]").toString();
    }
}
