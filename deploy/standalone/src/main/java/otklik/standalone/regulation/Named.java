package otklik.standalone.regulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import otklik.regulation.ProfileReader;
import otklik.regulation.Regulation;
import otklik.regulation.Regulations;
import otklik.regulation.time.ProductionCalendar;
import otklik.standalone.launch.LaunchException;

/** A regulation as people name it: by id, by id and revision ({@code altai-krai@2}), or by a profile file that is not installed. */
record Named(String name) {

    boolean isFile() {
        return name.endsWith(".yaml") || name.endsWith(".yml") || name.contains("/");
    }

    /** The latest revision, unless one is named. */
    Regulation latest() {
        if (isFile()) {
            return file();
        }
        return name.contains("@") ? revision() : Regulations.installed().get(name);
    }

    /** The one that binds what was detected at this instant, unless a revision is named. */
    Regulation binding(Instant detectedAt) {
        return isFile() || name.contains("@")
                ? latest()
                : Regulations.installed().get(name, detectedAt);
    }

    private Regulation revision() {
        String id = name.substring(0, name.indexOf('@'));
        String wanted = name.substring(id.length() + 1);
        Regulations installed = Regulations.installed();
        installed.get(id);
        return installed.revisions(id).stream()
                .filter(revision -> String.valueOf(revision.revision()).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new LaunchException("Редакции " + wanted + " у регламента «" + id + "» нет; есть: "
                        + String.join(
                                ", ",
                                installed.revisions(id).stream()
                                        .map(revision -> String.valueOf(revision.revision()))
                                        .toList())
                        + "."));
    }

    private Regulation file() {
        try {
            String text = Files.readString(Path.of(name), UTF_8);
            return new Regulation(ProfileReader.read(name, text), ProductionCalendar.russia());
        } catch (IOException unreadable) {
            throw new LaunchException(
                    "Файл «" + name + "» не читается: укажите файл профиля или один из регламентов "
                            + String.join(", ", Regulations.installed().ids()) + ".",
                    unreadable);
        }
    }
}
