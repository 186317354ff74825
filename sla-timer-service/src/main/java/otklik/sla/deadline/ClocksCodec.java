package otklik.sla.deadline;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;
import otklik.regulation.Circumstance;
import otklik.regulation.Importance;
import otklik.sla.deadline.core.IncidentClocks;
import otklik.sla.deadline.core.IncidentDeadline;
import otklik.sla.deadline.core.Ledger;
import otklik.sla.deadline.core.Status;

/**
 * Clocks as bytes in the store: about 40 a deadline. The first byte is the version of the form; older forms stay readable. Instants are
 * microseconds since the epoch.
 */
final class ClocksCodec {

    private static final int FORM = 4;
    /** Without the end that a person named for what may be shortened: nobody could; and without who has handed something in. */
    private static final int WITHOUT_SHORTENING = 3;
    /** Without what ended a deadline and what was before the last step: no step of that time can be taken back. */
    private static final int WITHOUT_EARLIER = 2;
    /** Without circumstances and ledger: time before this form is in no part. */
    private static final int WITHOUT_LEDGER = 1;

    private static final long NONE = Long.MIN_VALUE;

    private ClocksCodec() {}

    static Serde<IncidentClocks> serde() {
        return Serdes.serdeFrom(
                (topic, clocks) -> clocks == null ? null : write(clocks), (topic, bytes) -> read(bytes));
    }

    static byte[] write(IncidentClocks clocks) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORM);
            out.writeLong(clocks.incidentId().getMostSignificantBits());
            out.writeLong(clocks.incidentId().getLeastSignificantBits());
            out.writeUTF(clocks.jurisdiction());
            out.writeShort(clocks.revision());
            out.writeBoolean(clocks.importance() == Importance.ELEVATED);
            writeInstant(out, clocks.detectedAt());
            writeText(out, clocks.organ());
            out.writeLong(clocks.version());
            out.writeShort(clocks.deadlines().size());
            for (IncidentDeadline deadline : clocks.deadlines()) {
                write(out, deadline);
            }
            writeInstant(out, clocks.lookAt());
            out.writeByte(bits(clocks.circumstances()));
            LedgerCodec.write(out, clocks.ledger());
            writeInstant(out, clocks.shortenedTo());
            EarlierCodec.write(out, clocks.earlier());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, IncidentDeadline deadline) throws IOException {
        out.writeUTF(deadline.stage());
        out.writeUTF(deadline.clause());
        out.writeBoolean(deadline.importance() == Importance.ELEVATED);
        writeText(out, deadline.organ());
        out.writeInt(Math.toIntExact(deadline.startedBy()));
        writeInstant(out, deadline.startedAt());
        writeInstant(out, deadline.dueAt());
        out.writeByte(deadline.status().code());
        out.writeByte(deadline.warned());
        out.writeByte(deadline.escalated());
        if (!deadline.isOpen()) {
            writeInstant(out, deadline.endedAt());
            out.writeInt(Math.toIntExact(deadline.endedBy()));
        }
    }

    static @Nullable IncidentClocks read(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int form = in.readByte();
            if (form > FORM || form < WITHOUT_LEDGER) {
                throw new IllegalStateException("clocks in form " + form + ": written by a newer release");
            }
            return read(in, form);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IncidentClocks read(DataInputStream in, int form) throws IOException {
        UUID id = new UUID(in.readLong(), in.readLong());
        String jurisdiction = in.readUTF();
        int revision = in.readShort();
        Importance importance = readImportance(in);
        Instant detectedAt = instant(in.readLong());
        String organ = readText(in);
        long version = in.readLong();
        List<IncidentDeadline> deadlines = readDeadlines(in, form);
        Instant lookAt = readInstant(in);
        boolean whole = form >= WITHOUT_EARLIER;
        return new IncidentClocks(
                id,
                jurisdiction,
                revision,
                importance,
                detectedAt,
                organ,
                version,
                deadlines,
                whole ? circumstances(in.readByte()) : Set.of(),
                whole ? LedgerCodec.read(in, form > WITHOUT_SHORTENING) : Ledger.begun(detectedAt),
                form > WITHOUT_SHORTENING ? readInstant(in) : null,
                form > WITHOUT_EARLIER ? EarlierCodec.read(in, form > WITHOUT_SHORTENING) : List.of(),
                lookAt);
    }

    /** Never changed once released. */
    private static int bit(Circumstance circumstance) {
        return switch (circumstance) {
            case BY_EMAIL -> 1;
            case SEVERAL_ORGANS -> 2;
            case NO_ACCOUNT -> 4;
            case AFTER_INTERIM -> 8;
        };
    }

    static int bits(Set<Circumstance> circumstances) {
        return circumstances.stream().mapToInt(ClocksCodec::bit).sum();
    }

    static Set<Circumstance> circumstances(int bits) {
        Set<Circumstance> all = EnumSet.noneOf(Circumstance.class);
        for (Circumstance circumstance : Circumstance.values()) {
            if ((bits & bit(circumstance)) != 0) {
                all.add(circumstance);
            }
        }
        return all;
    }

    private static List<IncidentDeadline> readDeadlines(DataInputStream in, int form) throws IOException {
        int count = in.readShort();
        List<IncidentDeadline> deadlines = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            deadlines.add(readDeadline(in, form));
        }
        return deadlines;
    }

    private static IncidentDeadline readDeadline(DataInputStream in, int form) throws IOException {
        String stage = in.readUTF();
        String clause = in.readUTF();
        Importance importance = readImportance(in);
        String organ = readText(in);
        long startedBy = in.readInt();
        Instant startedAt = instant(in.readLong());
        Instant dueAt = instant(in.readLong());
        Status status = Status.of(in.readByte());
        int warned = in.readByte();
        int escalated = in.readByte();
        Instant endedAt = status.isOpen() ? null : readInstant(in);
        long endedBy = status.isOpen() || form <= WITHOUT_EARLIER ? 0 : in.readInt();
        return new IncidentDeadline(
                stage,
                clause,
                importance,
                organ,
                startedBy,
                startedAt,
                dueAt,
                status,
                warned,
                escalated,
                endedAt,
                endedBy);
    }

    static Importance readImportance(DataInputStream in) throws IOException {
        return in.readBoolean() ? Importance.ELEVATED : Importance.NORMAL;
    }

    static void writeText(DataOutputStream out, @Nullable String text) throws IOException {
        out.writeUTF(text == null ? "" : text);
    }

    static @Nullable String readText(DataInputStream in) throws IOException {
        String text = in.readUTF();
        return text.isEmpty() ? null : text;
    }

    static void writeInstant(DataOutputStream out, @Nullable Instant instant) throws IOException {
        out.writeLong(instant == null ? NONE : ChronoUnit.MICROS.between(Instant.EPOCH, instant));
    }

    static @Nullable Instant readInstant(DataInputStream in) throws IOException {
        long micros = in.readLong();
        return micros == NONE ? null : instant(micros);
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
