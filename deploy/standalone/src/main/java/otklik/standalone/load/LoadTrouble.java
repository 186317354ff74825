package otklik.standalone.load;

/** Why the load cannot go on, as one Russian sentence, with the exit code to end with. */
public final class LoadTrouble extends RuntimeException {

    /** The command or the file is not as it should be. */
    public static final int USAGE = 2;

    /** Otklik is away or refuses. */
    public static final int UNREACHABLE = 3;

    private final int exitCode;

    private LoadTrouble(int exitCode, String sentence) {
        super(sentence);
        this.exitCode = exitCode;
    }

    public static LoadTrouble usage(String sentence) {
        return new LoadTrouble(USAGE, sentence);
    }

    static LoadTrouble unreachable(String sentence) {
        return new LoadTrouble(UNREACHABLE, sentence);
    }

    public int exitCode() {
        return exitCode;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
