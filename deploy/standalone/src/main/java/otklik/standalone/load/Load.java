package otklik.standalone.load;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import otklik.contracts.Channel;
import otklik.regulation.Regulation;
import otklik.regulation.Regulations;

/** One load of one file. Whatever stops it, running it again goes on where it stopped: what was taken is known. */
public final class Load {

    /** In characters: a quote that is never closed ends the load here and not in memory. */
    private static final int LARGEST_CELL = 1 << 22;

    private final Path file;
    private final Regulation jurisdiction;
    private final Channel otherwise;
    private final PatientClient client;
    private final Tally tally = new Tally();

    /**
     * @param otherwise channel of rows that do not tell theirs
     * @param patience how long Otklik may be away
     * @throws LoadTrouble if there is no such jurisdiction
     */
    public Load(
            Path file,
            String jurisdiction,
            Channel otherwise,
            String url,
            String user,
            String password,
            Duration patience) {
        Regulations known = Regulations.installed();
        this.file = file;
        this.jurisdiction = known.find(jurisdiction)
                .orElseThrow(() -> LoadTrouble.usage(
                        "Нет территории «" + jurisdiction + "»; есть: " + String.join(", ", known.ids()) + "."));
        this.otherwise = otherwise;
        this.client = new PatientClient(url, user, password, patience);
    }

    public Tally tally() {
        return tally;
    }

    /**
     * Loads the whole file.
     *
     * @param isTerminal whether {@code progress} goes to a terminal
     * @return the side file, if some rows were set aside
     * @throws LoadTrouble if the load cannot go on
     */
    public Optional<Path> run(PrintStream progress, boolean isTerminal) throws InterruptedException {
        try {
            return load(progress, isTerminal);
        } catch (NoSuchFileException e) {
            throw LoadTrouble.usage("Нет файла " + file + ".");
        } catch (CsvParseException e) {
            throw LoadTrouble.usage("Файл нельзя прочитать дальше строки " + (tally.rows() + 1)
                    + ": похоже, кавычка открыта и не закрыта.");
        } catch (IOException e) {
            throw LoadTrouble.usage("Файл " + file + " не читается: " + e.getMessage() + ".");
        }
    }

    private Optional<Path> load(PrintStream progress, boolean isTerminal) throws IOException, InterruptedException {
        FileForm form = FileForm.of(file);
        try (Meter meter = new Meter(progress, isTerminal, Files.size(file), tally);
                InputStream bytes = meter.counting(Files.newInputStream(file))) {
            bytes.skipNBytes(form.skip());
            CsvReader<CsvRecord> csv = csv(new InputStreamReader(bytes, form.charset()), form.delimiter());
            return load(csv.iterator(), form, meter);
        }
    }

    /** Lenient: the strict way gives the whole file up at the first quote that stands wrong. */
    @SuppressWarnings("removal")
    private static CsvReader<CsvRecord> csv(Reader text, char delimiter) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowExtraCharsAfterClosingQuote(true)
                .maxBufferSize(LARGEST_CELL)
                .ofCsvRecord(text);
    }

    private Optional<Path> load(Iterator<CsvRecord> records, FileForm form, Meter meter)
            throws IOException, InterruptedException {
        if (!records.hasNext()) {
            throw LoadTrouble.usage("Файл " + file + " пуст.");
        }
        CsvRecord header = records.next();
        RowReader reader = new RowReader(header.getFields(), jurisdiction.zone(), otherwise);
        try (RejectedFile rejected = new RejectedFile(file, form.delimiter(), header.getFields());
                Sender sender = new Sender(client, jurisdiction.id(), tally, rejected)) {
            Batch batch = new Batch();
            while (records.hasNext()) {
                CsvRecord record = records.next();
                tally.read();
                switch (reader.read(record.getStartingLineNumber(), record.getFields())) {
                    case Row.Good row -> batch.add(row);
                    case Row.Bad row -> setAside(row, rejected);
                }
                if (batch.isFull()) {
                    sender.send(batch);
                    batch = new Batch();
                }
                meter.rowRead();
            }
            if (!batch.isEmpty()) {
                sender.send(batch);
            }
            sender.finish();
            return tally.rejected() == 0 ? Optional.empty() : Optional.of(rejected.path());
        }
    }

    private void setAside(Row.Bad row, RejectedFile rejected) {
        tally.reject();
        rejected.add(row, row.reason());
    }
}
