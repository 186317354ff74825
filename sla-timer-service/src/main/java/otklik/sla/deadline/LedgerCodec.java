package otklik.sla.deadline;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import otklik.sla.deadline.core.Holder;
import otklik.sla.deadline.core.Ledger;
import otklik.sla.deadline.core.Ledger.Spent;

/** The ledger of time inside the stored clocks, see {@link ClocksCodec}. */
final class LedgerCodec {

    private LedgerCodec() {}

    static void write(DataOutputStream out, Ledger ledger) throws IOException {
        out.writeByte(ledger.holder().code());
        out.writeByte(ledger.organs().size());
        for (String organ : ledger.organs()) {
            out.writeUTF(organ);
        }
        ClocksCodec.writeInstant(out, ledger.since());
        out.writeByte(ledger.spent().size());
        for (Spent spent : ledger.spent()) {
            out.writeByte(spent.holder().code());
            ClocksCodec.writeText(out, spent.organ());
            out.writeBoolean(spent.returned());
            out.writeLong(spent.micros());
        }
        out.writeLong(ledger.off());
        out.writeByte(ledger.heard().size());
        for (String organ : ledger.heard()) {
            out.writeUTF(organ);
        }
    }

    /**
     * @param heard whether it was written by a release that keeps who has handed something in; of before, everybody may have, so that nobody's
     *     work is taken for lost
     */
    static Ledger read(DataInputStream in, boolean heard) throws IOException {
        Holder holder = Holder.of(in.readByte());
        int organCount = in.readByte();
        List<String> organs = new ArrayList<>();
        for (int i = 0; i < organCount; i++) {
            organs.add(in.readUTF());
        }
        Instant since = ClocksCodec.instant(in.readLong());
        int count = in.readByte();
        List<Spent> spent = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Holder whose = Holder.of(in.readByte());
            String organ = ClocksCodec.readText(in);
            boolean returned = in.readBoolean();
            spent.add(new Spent(whose, organ, returned, in.readLong()));
        }
        long off = in.readLong();
        return new Ledger(holder, organs, since, spent, off, heard ? texts(in) : named(organs, spent));
    }

    private static List<String> texts(DataInputStream in) throws IOException {
        int count = in.readUnsignedByte();
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(in.readUTF());
        }
        return texts;
    }

    private static List<String> named(List<String> organs, List<Spent> spent) {
        return Stream.concat(organs.stream(), spent.stream().map(Spent::organ).filter(Objects::nonNull))
                .distinct()
                .toList();
    }
}
