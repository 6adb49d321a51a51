package org.knime.core.node.workflow;

import java.util.Arrays;

/** Where a node is on the canvas. */
public final class NodeUIInformation {

    private final int[] bounds;

    private NodeUIInformation(final int... bounds) {
        this.bounds = bounds;
    }

    public static final Builder builder() {
        return new Builder();
    }

    /** Left, top, width and height in pixels. */
    public int[] getBounds() {
        return bounds.clone();
    }

    @Override
    public String toString() {
        return Arrays.toString(bounds);
    }

    /** Collects the place. */
    public static final class Builder {

        private int[] bounds = {0, 0, -1, -1};

        private Builder() {
        }

        public Builder setNodeLocation(final int x, final int y, final int width, final int height) {
            bounds = new int[]{x, y, width, height};
            return this;
        }

        public NodeUIInformation build() {
            return new NodeUIInformation(bounds);
        }
    }
}
