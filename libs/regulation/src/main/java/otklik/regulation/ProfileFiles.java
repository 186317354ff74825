package otklik.regulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import otklik.regulation.yaml.BadFileException;
import otklik.regulation.yaml.YamlFile;

/**
 * Profile files read together: {@code <id>.yaml}, and {@code <id>@2.yaml} beside it once the regulation was amended. All of them or
 * none: what does not fit is refused with its file and line.
 */
final class ProfileFiles {

    private static final String FOLDER = "/regulations/";
    private static final List<String> OTHERS = List.of("clauses.yaml", "open-clauses.yaml");

    private final List<ProfileFile> read = new ArrayList<>();

    /** @param name without folders */
    private record ProfileFile(String name, String text, Profile profile) {

        BadFileException bad(String key, String wrong, String instead) {
            return YamlFile.map(name, text).required(key, "").bad(wrong, instead);
        }
    }

    /** Those the project ships. */
    static ProfileFiles shipped() {
        ProfileFiles files = new ProfileFiles();
        Resources.names(FOLDER + "profile.schema.json").stream()
                .filter(ProfileFiles::isProfile)
                .sorted()
                .forEach(name -> files.add(name, Resources.text(FOLDER + name)));
        return files;
    }

    ProfileFiles and(Path folder) {
        try (Stream<Path> found = Files.list(folder)) {
            for (Path file : found.sorted().toList()) {
                String name = file.getFileName().toString();
                if (isProfile(name)) {
                    add(name, Files.readString(file, StandardCharsets.UTF_8));
                }
            }
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException("The folder of regulations cannot be read: " + folder, broken);
        }
    }

    ProfileFiles add(String name, String text) {
        ProfileFile file = new ProfileFile(name, text, ProfileReader.read(name, text));
        String id = name.replaceFirst("(@[^@]*)?\\.yaml$", "");
        if (!file.profile().id().equals(id)) {
            throw file.bad(
                    "id",
                    "the file is called " + name + ", the regulation «"
                            + file.profile().id() + "»",
                    "write id: " + id + ", or call the file " + file.profile().id() + ".yaml");
        }
        read.stream().filter(other -> other.profile().id().equals(id)).forEach(other -> checkOrder(file, other));
        read.add(file);
        return this;
    }

    /** By id, of one id the earliest first. */
    List<Profile> profiles() {
        return read.stream()
                .map(ProfileFile::profile)
                .sorted(Comparator.comparing(Profile::id).thenComparing(Profile::inForceFrom))
                .toList();
    }

    /** Of two revisions the one with the higher number is in force from a later day. */
    private static void checkOrder(ProfileFile file, ProfileFile other) {
        int number = file.profile().revision();
        if (number == other.profile().revision()) {
            throw file.bad("revision", "revision " + number + " is in " + other.name(), "write " + (number + 1));
        }
        boolean later = number > other.profile().revision();
        boolean fits = later
                ? file.profile().inForceFrom().isAfter(other.profile().inForceFrom())
                : file.profile().inForceFrom().isBefore(other.profile().inForceFrom());
        if (!fits) {
            throw file.bad(
                    "in-force",
                    "revision " + number + " and revision " + other.profile().revision() + " of " + other.name()
                            + " do not follow one another",
                    "write from: a day " + (later ? "after " : "before ")
                            + other.profile().inForceFrom());
        }
    }

    private static boolean isProfile(String name) {
        return name.endsWith(".yaml") && !OTHERS.contains(name);
    }
}
