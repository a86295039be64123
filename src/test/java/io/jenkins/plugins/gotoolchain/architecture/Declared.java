package io.jenkins.plugins.gotoolchain.architecture;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.List;

/** Stands for a real class in {@link DeclarationsTest}. */
public abstract class Declared extends AbstractList<String> implements Serializable {

    private static final long serialVersionUID = 1L;

    public static final int LIMIT = 3;

    protected Declared(String name) {}

    public static void reset(int[] numbers) {}

    protected abstract List<String> names();
}
