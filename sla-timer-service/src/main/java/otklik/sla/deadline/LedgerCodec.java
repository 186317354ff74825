package otklik.sla.deadline;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
    }

    static Ledger read(DataInputStream in) throws IOException {
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
        return new Ledger(holder, organs, since, spent, in.readLong());
    }
}
