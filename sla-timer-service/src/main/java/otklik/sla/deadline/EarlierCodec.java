package otklik.sla.deadline;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import otklik.regulation.Importance;
import otklik.sla.deadline.core.Remembered;

/** What was before the last step, inside the stored clocks, see {@link ClocksCodec}. */
final class EarlierCodec {

    private EarlierCodec() {}

    static void write(DataOutputStream out, List<Remembered> earlier) throws IOException {
        out.writeByte(earlier.size());
        for (Remembered remembered : earlier) {
            out.writeLong(remembered.version());
            ClocksCodec.writeInstant(out, remembered.at());
            out.writeBoolean(remembered.importance() == Importance.ELEVATED);
            ClocksCodec.writeText(out, remembered.organ());
            out.writeByte(ClocksCodec.bits(remembered.circumstances()));
            LedgerCodec.write(out, remembered.ledger());
            ClocksCodec.writeInstant(out, remembered.shortenedTo());
        }
    }

    /** @param whole whether it was written by a release that knows of shortened terms and of who has handed something in */
    static List<Remembered> read(DataInputStream in, boolean whole) throws IOException {
        int count = in.readUnsignedByte();
        List<Remembered> earlier = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            earlier.add(new Remembered(
                    in.readLong(),
                    ClocksCodec.instant(in.readLong()),
                    ClocksCodec.readImportance(in),
                    ClocksCodec.readText(in),
                    ClocksCodec.circumstances(in.readByte()),
                    LedgerCodec.read(in, whole),
                    whole ? ClocksCodec.readInstant(in) : null));
        }
        return earlier;
    }
}
