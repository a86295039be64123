package io.jenkins.plugins.gotoolchain.jenkins.provenance;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.jenkins.plugins.gotoolchain.jenkins.record.ToolchainEvidence;
import io.jenkins.plugins.gotoolchain.jenkins.record.ToolchainUse;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * An in-toto statement (version 1) with a SLSA provenance (version 1) as its predicate: which files a build made, and with
 * which Go toolchains, each of them a resolved dependency with its digests, its source and the evidence for it. The
 * formats are in-toto's {@code statement.proto} and SLSA's {@code provenance.proto}. It is not signed.
 *
 * @param job its full name
 * @param build its number
 * @param builder what ran it: the address of this Jenkins
 * @param invocation the address of the build; empty where none is known
 */
record ProvenanceStatement(
        List<Subject> subjects,
        List<ToolchainUse> toolchains,
        String job,
        int build,
        String builder,
        String invocation,
        Instant started) {

    static final String BUILD_TYPE = "https://plugins.jenkins.io/go-toolchain/provenance/v1";

    private static final JsonFactory FACTORY = new JsonFactory();

    String json() throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("_type", "https://in-toto.io/Statement/v1");
            json.writeArrayFieldStart("subject");
            for (Subject subject : subjects) {
                json.writeStartObject();
                json.writeStringField("name", subject.name());
                json.writeObjectFieldStart("digest");
                json.writeStringField("sha256", subject.sha256());
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeStringField("predicateType", "https://slsa.dev/provenance/v1");
            json.writeObjectFieldStart("predicate");
            writeDefinition(json);
            writeRun(json);
            json.writeEndObject();
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    private void writeDefinition(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("buildDefinition");
        json.writeStringField("buildType", BUILD_TYPE);
        json.writeObjectFieldStart("externalParameters");
        json.writeStringField("job", job);
        json.writeNumberField("build", build);
        json.writeEndObject();
        json.writeArrayFieldStart("resolvedDependencies");
        for (ToolchainUse use : toolchains) {
            write(use, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(ToolchainUse use, JsonGenerator json) throws IOException {
        String[] platform = use.getPlatform().split("/", 2);
        json.writeStartObject();
        json.writeStringField("name", use.getArchive().isEmpty() ? "go" + use.getVersion() : use.getArchive());
        json.writeStringField("uri", "pkg:generic/go@" + use.getVersion()
                + (platform.length == 2 ? "?os=" + platform[0] + "&arch=" + platform[1] : ""));
        json.writeObjectFieldStart("digest");
        if (!use.getArchiveSha256().isEmpty()) {
            json.writeStringField("sha256", use.getArchiveSha256());
        }
        if (use.getModuleHash().startsWith("h1:")) {
            json.writeStringField("goModuleH1", hex(use.getModuleHash()));
        }
        json.writeEndObject();
        json.writeObjectFieldStart("annotations");
        json.writeStringField("node", use.getNode());
        json.writeStringField("source", use.getSource());
        json.writeStringField("asked", use.getAsked());
        json.writeStringField("installedTree", use.getTreeDigest());
        json.writeArrayFieldStart("evidence");
        for (ToolchainEvidence evidence : use.getEvidence()) {
            json.writeStartObject();
            json.writeStringField("kind", evidence.getKind());
            json.writeStringField("how", evidence.getHow());
            json.writeEndObject();
        }
        json.writeEndArray();
        if (!use.getUnproven().isEmpty()) {
            json.writeStringField("unproven", use.getUnproven());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    /** As in-toto's digest set has it: without the prefix, and in hexadecimal. */
    private static String hex(String moduleHash) {
        try {
            return HexFormat.of().formatHex(Base64.getDecoder().decode(moduleHash.substring("h1:".length())));
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private void writeRun(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("runDetails");
        json.writeObjectFieldStart("builder");
        json.writeStringField("id", builder);
        json.writeEndObject();
        json.writeObjectFieldStart("metadata");
        if (!invocation.isEmpty()) {
            json.writeStringField("invocationId", invocation);
        }
        json.writeStringField("startedOn", started.truncatedTo(ChronoUnit.SECONDS).toString());
        json.writeEndObject();
        json.writeEndObject();
    }
}
