package io.jenkins.plugins.gotoolchain.transfer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.jenkins.plugins.gotoolchain.transfer.Timeline.Kind;
import io.jenkins.plugins.gotoolchain.transfer.Timeline.Point;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A timeline as JSON: an object with a format number, and one member for each component that is not its default. */
final class TimelineJson {

    /** More bytes than any timeline needs. */
    static final int LIMIT = 256 * 1024;

    private static final int FORMAT = 1;
    private static final JsonFactory FACTORY = new JsonFactory();

    private TimelineJson() {}

    static byte[] write(Timeline timeline) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.writeStartObject();
            json.writeNumberField("format", FORMAT);
            json.writeStringField("what", timeline.what());
            json.writeStringField("from", timeline.from());
            json.writeNumberField("start", timeline.start());
            json.writeNumberField("leftOut", timeline.leftOut());
            json.writeArrayFieldStart("points");
            for (Point point : timeline.points()) {
                write(point, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    private static void write(Point point, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", point.kind().name());
        json.writeNumberField("ms", point.millis());
        json.writeNumberField("bytes", point.bytes());
        if (point.total() >= 0) {
            json.writeNumberField("total", point.total());
        }
        if (point.lasting() > 0) {
            json.writeNumberField("wait", point.lasting());
        }
        if (!point.text().isEmpty()) {
            json.writeStringField("text", point.text());
        }
        json.writeEndObject();
    }

    /** @return null if it is none of this format, or cut, or made up */
    static Timeline read(byte[] bytes) {
        try (JsonParser json = FACTORY.createParser(bytes)) {
            return read(json);
        } catch (IOException | IllegalArgumentException e) {
            return null;
        }
    }

    private static Timeline read(JsonParser json) throws IOException {
        String what = "";
        String from = "";
        long format = -1;
        long start = -1;
        int leftOut = 0;
        List<Point> points = new ArrayList<>();
        require(json.nextToken() == JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            switch (name) {
                case "format" -> format = json.getLongValue();
                case "what" -> what = text(json);
                case "from" -> from = text(json);
                case "start" -> start = json.getLongValue();
                case "leftOut" -> leftOut = json.getIntValue();
                case "points" -> {
                    require(value == JsonToken.START_ARRAY);
                    while (json.nextToken() == JsonToken.START_OBJECT && points.size() <= Timeline.MOST_POINTS) {
                        points.add(point(json));
                    }
                    require(json.currentToken() == JsonToken.END_ARRAY);
                }
                default -> json.skipChildren();
            }
        }
        require(json.currentToken() == JsonToken.END_OBJECT && format == FORMAT);
        return new Timeline(what, from, start, points, leftOut);
    }

    private static Point point(JsonParser json) throws IOException {
        Kind kind = null;
        long millis = -1;
        long bytes = -1;
        long total = -1;
        long wait = 0;
        String text = "";
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "kind" -> kind = Kind.valueOf(text(json));
                case "ms" -> millis = json.getLongValue();
                case "bytes" -> bytes = json.getLongValue();
                case "total" -> total = json.getLongValue();
                case "wait" -> wait = json.getLongValue();
                case "text" -> text = text(json);
                default -> json.skipChildren();
            }
        }
        require(json.currentToken() == JsonToken.END_OBJECT);
        return new Point(kind, millis, bytes, total, wait, text);
    }

    private static String text(JsonParser json) throws IOException {
        require(json.currentToken() == JsonToken.VALUE_STRING);
        return json.getText();
    }

    private static void require(boolean fits) {
        if (!fits) {
            throw new IllegalArgumentException("no timeline");
        }
    }
}
