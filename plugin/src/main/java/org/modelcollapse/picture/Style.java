package org.modelcollapse.picture;

import org.modelcollapse.picture.Canvas.Anchor;
import org.modelcollapse.picture.Canvas.Font;
import org.modelcollapse.picture.Canvas.Stroke;


/**
 * Colours and letters of all pictures. The series colours are those of M. Okabe and K. Ito, "Color Universal Design"
 * (2008), which people with any colour vision can tell apart; their yellow is left out because it is hard to see on
 * white.
 */
final class Style {

    static final int WHITE = 0xFFFFFF;
    static final int INK = 0x222222;
    static final int FAINT_INK = 0x555555;
    static final int GRID = 0xE3E3E3;
    static final int FRAME = 0x8A8A8A;
    static final int BLUE = 0x0072B2;
    static final int VERMILLION = 0xD55E00;

    private static final int[] SERIES = {BLUE, VERMILLION, 0x009E73, 0xCC79A7, 0xE69F00, 0x56B4E9, 0x000000};

    static final Font TITLE = new Font(INK, 17, true, Anchor.START);
    static final Font SUBTITLE = new Font(FAINT_INK, 12.5, false, Anchor.START);
    static final Font PANEL_TITLE = new Font(INK, 13.5, true, Anchor.START);
    static final Font AXIS = new Font(INK, 13, false, Anchor.MIDDLE);
    static final Font TICK = new Font(FAINT_INK, 12, false, Anchor.MIDDLE);
    static final Font TICK_LEFT = new Font(FAINT_INK, 12, false, Anchor.END);
    static final Font LEGEND = new Font(INK, 12.5, false, Anchor.START);

    /**
     * How wide letters are on average, about, as a share of their size: for texts whose width must be known before.
     */
    static final double LETTER_WIDTH = 0.6;

    private Style() {
    }

    /** @return the line of series number i from 0; from the eighth on the colours come again, dashed */
    static Stroke series(final int i, final double width) {
        return new Stroke(SERIES[i % SERIES.length], width, i >= SERIES.length);
    }
}
