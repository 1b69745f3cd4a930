package org.troth.web;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the shell must be told.
 *
 * @param product the name on every page
 * @param secure whether people reach us over TLS (directly or through a declared proxy); decides cookie names and HSTS
 * @param exit the neutral address that "Leave now" opens
 * @param idle how long a sitting may rest before it ends
 * @param lifetime how long a sitting may last at most
 * @param largestBody how many bytes a request may carry
 * @param opening where somebody who was invited opens their account; none when nobody is invited
 * @param asking where somebody without an account asks for help; none where they cannot
 * @param enrolment where somebody sets up a second step who must have one: first the page they are led to, then whatever else
 *     is open to them; empty where nobody must
 * @param passkeys the one address at which passkeys work, such as {@code https://records.example.org}; none where they do nowhere
 * @param remark what the sign-in page says besides; none when there is nothing to say
 */
public record WebSettings(
        String product,
        boolean secure,
        URI exit,
        Duration idle,
        Duration lifetime,
        int largestBody,
        @Nullable String opening,
        @Nullable String asking,
        List<String> enrolment,
        @Nullable URI passkeys,
        @Nullable Words remark) {

    public WebSettings {
        enrolment = List.copyOf(enrolment);
        if (idle.isNegative() || idle.isZero() || lifetime.compareTo(idle) < 0) {
            throw new IllegalArgumentException("a sitting's idle time must be positive and within its lifetime");
        }
        if (largestBody <= 0) {
            throw new IllegalArgumentException("the largest body must be positive");
        }
    }

    /** 30 minutes at rest, 12 hours in all, 256 KiB a request. */
    public static WebSettings of(String product, boolean secure, URI exit) {
        return new WebSettings(
                product,
                secure,
                exit,
                Duration.ofMinutes(30),
                Duration.ofHours(12),
                256 * 1024,
                null,
                null,
                List.of(),
                null,
                null);
    }

    /** The same for a house whose sign-in page shows those who were invited where to open their account. */
    public WebSettings inviting(String path) {
        return new WebSettings(
                product, secure, exit, idle, lifetime, largestBody, path, asking, enrolment, passkeys, remark);
    }

    /** The same for a house whose sign-in page shows those without an account where they can ask for help. */
    public WebSettings hearing(String path) {
        return new WebSettings(
                product, secure, exit, idle, lifetime, largestBody, opening, path, enrolment, passkeys, remark);
    }

    /** The same for a house in which some have to set up a second step, here; the first path is where they are led. */
    public WebSettings enrolling(String... paths) {
        return new WebSettings(
                product, secure, exit, idle, lifetime, largestBody, opening, asking, List.of(paths), passkeys, remark);
    }

    /** The same for a house where passkeys work, at this address and no other. */
    public WebSettings knowingPasskeys(@Nullable URI address) {
        return new WebSettings(
                product, secure, exit, idle, lifetime, largestBody, opening, asking, enrolment, address, remark);
    }

    /** The same for a house whose sign-in page says this besides. */
    public WebSettings remarking(Words words) {
        return new WebSettings(
                product, secure, exit, idle, lifetime, largestBody, opening, asking, enrolment, passkeys, words);
    }
}
