package otklik.regulation.yaml;

/** A file that is refused as a whole; the message is {@code file:line: what is wrong; what to write instead}. */
public final class BadFileException extends RuntimeException {

    private final String file;
    private final int line;

    public BadFileException(String file, int line, String wrong, String instead) {
        super(file + ":" + line + ": " + wrong + "; " + instead);
        this.file = file;
        this.line = line;
    }

    public String file() {
        return file;
    }

    /** From 1. */
    public int line() {
        return line;
    }
}
