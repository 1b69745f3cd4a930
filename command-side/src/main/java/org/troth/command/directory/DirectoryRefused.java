package org.troth.command.directory;

import org.troth.command.dispatch.Phrase;
import org.troth.command.dispatch.Refused;

/** A rule about the directory says no. */
final class DirectoryRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private DirectoryRefused(String rule, Phrase words) {
        super(rule, words);
    }

    static DirectoryRefused importedMeanwhile() {
        return new DirectoryRefused("imported-meanwhile", Phrase.of("command.directory.refused.imported-meanwhile"));
    }
}
