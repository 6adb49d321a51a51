package org.knime.core.data.container;

/** How a table in the making treats domains and row keys. */
public final class DataContainerSettings {

    /** Columns with more distinct values do not list them. */
    public static final int MAX_POSSIBLE_VALUES = mostValues();

    private final boolean initDomain;

    private final boolean checkKeys;

    private DataContainerSettings(final boolean initDomain, final boolean checkKeys) {
        this.initDomain = initDomain;
        this.checkKeys = checkKeys;
    }

    /** A call, as in KNIME, so that compilers do not write the number into other classes. */
    private static int mostValues() {
        return 60;
    }

    public static Builder builder() {
        return new Collected();
    }

    public boolean isInitializeDomain() {
        return initDomain;
    }

    public boolean isCheckDuplicateRowKeys() {
        return checkKeys;
    }

    /** Collects settings. */
    public interface Builder {

        Builder withInitializedDomain(boolean initDomain);

        Builder withCheckDuplicateRowKeys(boolean check);

        Builder withDomainUpdate(boolean update);

        DataContainerSettings build();
    }

    private static final class Collected implements Builder {

        private boolean initDomain = true;

        private boolean checkKeys = true;

        @Override
        public Builder withInitializedDomain(final boolean init) {
            initDomain = init;
            return this;
        }

        @Override
        public Builder withCheckDuplicateRowKeys(final boolean check) {
            checkKeys = check;
            return this;
        }

        @Override
        public Builder withDomainUpdate(final boolean update) {
            if (!update) {
                throw new UnsupportedOperationException("The stand-in always finds the domains");
            }
            return this;
        }

        @Override
        public DataContainerSettings build() {
            return new DataContainerSettings(initDomain, checkKeys);
        }
    }
}
