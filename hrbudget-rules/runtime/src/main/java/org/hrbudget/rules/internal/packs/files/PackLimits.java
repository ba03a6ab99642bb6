package org.hrbudget.rules.internal.packs.files;

/**
 * How large a given pack may be. The largest that comes along has some forty files and forty thousand bytes; the limits leave
 * room for a hundred times that, and none for exhausting the memory of who checks it.
 */
final class PackLimits {

    /** Files of one pack, and as many again to find the folder they are in. */
    static final int FILES = 1_000;

    /** Bytes of one file, as they are after inflating. */
    static final int FILE_BYTES = 2 << 20;

    /** Bytes of all files together, as they are after inflating. */
    static final int ALL_BYTES = 16 << 20;

    /** Bytes of a zip file. */
    static final int ZIP_BYTES = 8 << 20;

    /** How many times its own size a zip file may hold. A pack of text comes to five or ten times. */
    static final int ZIP_RATIO = 100;

    /** Bytes a zip file may hold whatever its ratio. */
    static final int ZIP_FREE_BYTES = 64 << 10;

    /** Characters of a file's path within its pack. */
    static final int PATH_LENGTH = 100;

    /** Parts of a file's path within its pack: a folder and a name. */
    static final int PATH_DEPTH = 2;

    /** Characters of a line. */
    static final int LINE_LENGTH = 4_000;

    /** Digits in a row. */
    static final int DIGITS = 40;

    private PackLimits() {}
}
