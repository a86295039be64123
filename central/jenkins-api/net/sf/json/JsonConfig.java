package net.sf.json;

public class JsonConfig {
    private JsonConfig() {
    }
}
