package org.modelcollapse.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class ScratchTest {

    @Test
    void nothingIsLeftWhenItIsClosedInTheMiddleOfAFile() throws Exception {
        final Scratch scratch = Scratch.create();
        final InputStream endless = new InputStream() {
            private int reads;

            @Override
            public int read() {
                if (++reads == 200_000) {
                    scratch.close();
                }
                return 0;
            }
        };
        final IOException e = assertThrows(IOException.class, () -> scratch.write(scratch.path().resolve("a/b"), endless, Long.MAX_VALUE));
        assertEquals("stopped", e.getMessage());
        assertFalse(Files.exists(scratch.path()));
        assertThrows(IOException.class, () -> scratch.makeFolder(scratch.path().resolve("c")));
        assertFalse(Files.exists(scratch.path()));
    }

    @Test
    void aFileThatIsLargerThanItSaysIsCutOff() throws Exception {
        try (Scratch scratch = Scratch.create()) {
            final IOException e = assertThrows(IOException.class, () -> scratch.write(scratch.path().resolve("a"), new ByteArrayInputStream(new byte[100]), 99));
            assertEquals("a is larger than it says or than what may be unpacked", e.getMessage());
        }
    }
}
