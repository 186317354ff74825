package otklik.simulators.mailbox;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.springframework.stereotype.Component;
import otklik.simulators.SimulatorsSettings;
import otklik.simulators.platform.Journal;
import tools.jackson.databind.json.JsonMapper;

/** The newest letters, whoever they were for. */
@Component
public class Mailbox implements AutoCloseable {

    private final TreeMap<Long, Letter> letters = new TreeMap<>();
    private final Journal<Letter> journal;
    private final int keep;

    Mailbox(MailboxSettings settings, SimulatorsSettings simulators, JsonMapper json) {
        this.keep = settings.keep();
        this.journal = new Journal<>(simulators.data(), "mail", Letter.class, json);
        journal.read().forEach(this::hold);
        journal.replace(letters.values());
    }

    synchronized void add(LongFunction<Letter> numbered) {
        Letter letter = numbered.apply(letters.isEmpty() ? 1 : letters.lastKey() + 1);
        journal.append(letter);
        hold(letter);
    }

    /** Newest first; with an address, only what was sent to it. */
    public synchronized List<Letter> letters(Optional<String> to) {
        Optional<String> address = to.map(given -> given.strip().toLowerCase(Locale.ROOT));
        return letters.descendingMap().values().stream()
                .filter(letter -> address.isEmpty() || letter.to().contains(address.get()))
                .toList();
    }

    public synchronized Optional<Letter> letter(long number) {
        return Optional.ofNullable(letters.get(number));
    }

    public synchronized void clear() {
        letters.clear();
        journal.replace(letters.values());
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }

    private void hold(Letter letter) {
        letters.put(letter.number(), letter);
        while (letters.size() > keep) {
            letters.pollFirstEntry();
        }
    }
}
