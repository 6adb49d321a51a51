package org.knime.core.util;

import java.io.Serializable;
import java.util.Comparator;

/** A version: major, minor, revision and perhaps a qualifier. */
public final class Version implements Comparable<Version>, Serializable {

    private static final long serialVersionUID = 1L;

    /** 0.0.0. */
    public static final Version EMPTY_VERSION = new Version(0, 0, 0);

    private static final Comparator<Version> ORDER = Comparator.comparingInt(Version::getMajor)
        .thenComparingInt(Version::getMinor).thenComparingInt(Version::getRevision)
        .thenComparing(v -> v.qualifier == null ? "" : v.qualifier);

    private final int major;

    private final int minor;

    private final int revision;

    private final String qualifier;

    public Version(final int major, final int minor, final int revision) {
        this(major, minor, revision, "");
    }

    public Version(final int major, final int minor, final int revision, final String qualifier) {
        if (major < 0 || minor < 0 || revision < 0) {
            throw new IllegalArgumentException(
                "Negative number in version " + major + "." + minor + "." + revision);
        }
        this.major = major;
        this.minor = minor;
        this.revision = revision;
        this.qualifier = qualifier;
    }

    public int getMajor() {
        return major;
    }

    public int getMinor() {
        return minor;
    }

    public int getRevision() {
        return revision;
    }

    @Override
    public int compareTo(final Version other) {
        return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(final Object o) {
        return o instanceof Version other && compareTo(other) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * major + minor) + revision;
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + revision + (qualifier == null || qualifier.isEmpty() ? "" : "." + qualifier);
    }
}
