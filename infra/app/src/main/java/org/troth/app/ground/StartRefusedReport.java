package org.troth.app.ground;

import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells the operator why nothing started, as a list and without a stack trace. */
final class StartRefusedReport extends AbstractFailureAnalyzer<StartRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, StartRefused refused) {
        String list = refused.reasons().stream()
                .map(reason -> "  - " + reason)
                .collect(Collectors.joining(System.lineSeparator()));
        return new FailureAnalysis(
                "Troth did not start:" + System.lineSeparator() + list,
                "Put these right, all of them, and start again. Nothing that is recorded was changed.",
                refused);
    }
}
