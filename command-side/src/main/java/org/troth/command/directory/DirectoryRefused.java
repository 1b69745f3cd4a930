package org.troth.command.directory;

import org.troth.command.dispatch.Refused;

/** A rule about the directory says no. */
final class DirectoryRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private DirectoryRefused(String rule, String message) {
        super(rule, message);
    }

    static DirectoryRefused importedMeanwhile() {
        return new DirectoryRefused(
                "imported-meanwhile", "Somebody else imported some of this at the same moment. Import it again.");
    }
}
