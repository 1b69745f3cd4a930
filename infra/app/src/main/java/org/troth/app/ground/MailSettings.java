package org.troth.app.ground;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** Reads how messages leave, and says all that is wrong with it. Without a host no message leaves. */
final class MailSettings {

    static final String HOST = "troth.mail.host";

    private static final String PORT = "troth.mail.port";
    private static final String PROTECTION = "troth.mail.protection";
    private static final String USER = "troth.mail.user";
    private static final String PASSWORD_FILE = "troth.mail.password-file";
    private static final String FROM = "troth.mail.from";
    private static final String FROM_NAME = "troth.mail.from-name";
    private static final String REPLY_TO = "troth.mail.reply-to";
    private static final String BOUNCES = "troth.mail.bounces";
    private static final String SECOND_CONTACT = "troth.mail.second-contact";

    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9_+-]+(\\.[A-Za-z0-9_+-]+)*@([A-Za-z0-9-]+\\.)+[A-Za-z0-9-]+");
    private static final Pattern HOST_NAME = Pattern.compile("[A-Za-z0-9.:-]+");

    private final Environment environment;
    private final List<String> reasons;

    private MailSettings(Environment environment, List<String> reasons) {
        this.environment = environment;
        this.reasons = reasons;
    }

    /** Null where no host is given; adds a reason for everything that is wrong. */
    static @Nullable Mail read(Environment environment, BiFunction<String, Path, String> secret, List<String> reasons) {
        return environment.getProperty(HOST, "").isBlank() ? null : new MailSettings(environment, reasons).read(secret);
    }

    private Mail read(BiFunction<String, Path, String> secret) {
        String host = text(HOST, "");
        if (!HOST_NAME.matcher(host).matches()) {
            reasons.add(HOST + " is no name and no address of a mail server.");
        }
        Mail.Protection protection = protection();
        if (protection == Mail.Protection.NONE && !isThisMachine(host)) {
            reasons.add(
                    PROTECTION + " is none, which is for a mail server on this machine alone: addresses would travel in"
                            + " the open. Use starttls or tls.");
        }
        String user = text(USER, "");
        String file = text(PASSWORD_FILE, "");
        if (user.isEmpty() == !file.isEmpty()) {
            reasons.add(USER + " and " + PASSWORD_FILE + " belong together: both, or neither.");
        }
        String from = address(FROM, "");
        return new Mail(
                host,
                port(protection),
                protection,
                user.isEmpty() ? null : user,
                file.isEmpty()
                        ? ""
                        : secret.apply(
                                PASSWORD_FILE, Path.of(file).toAbsolutePath().normalize()),
                from,
                name(),
                address(REPLY_TO, from),
                address(BOUNCES, from),
                text(SECOND_CONTACT, "").isEmpty() ? null : mailbox());
    }

    private String text(String name, String fallback) {
        return environment.getProperty(name, fallback).strip();
    }

    private Mail.Protection protection() {
        return switch (text(PROTECTION, "starttls").toLowerCase(Locale.ROOT)) {
            case "tls" -> Mail.Protection.TLS;
            case "starttls" -> Mail.Protection.STARTTLS;
            case "none" -> Mail.Protection.NONE;
            default -> {
                reasons.add(PROTECTION + " is tls, starttls or none.");
                yield Mail.Protection.STARTTLS;
            }
        };
    }

    private int port(Mail.Protection protection) {
        String usual = protection == Mail.Protection.TLS ? "465" : "587";
        String port = text(PORT, usual);
        if (port.matches("[0-9]{1,5}") && Integer.parseInt(port) >= 1 && Integer.parseInt(port) <= 65_535) {
            return Integer.parseInt(port);
        }
        reasons.add(PORT + " must be a number from 1 to 65535.");
        return Integer.parseInt(usual);
    }

    private String address(String name, String fallback) {
        String address = text(name, "");
        if (address.isEmpty() && !name.equals(FROM)) {
            return fallback;
        }
        if (!ADDRESS.matcher(address).matches()) {
            reasons.add(
                    name + " must be one e-mail address, of a domain that tells nothing of what the programme does.");
        }
        return address;
    }

    private String mailbox() {
        String mailbox = text(SECOND_CONTACT, "");
        if (!ADDRESS.matcher(mailbox).matches()) {
            reasons.add(SECOND_CONTACT + " must be one e-mail address, of the role and not of a person.");
        }
        return mailbox;
    }

    private String name() {
        String name = text(FROM_NAME, "");
        if (name.length() > 60 || name.chars().anyMatch(Character::isISOControl)) {
            reasons.add(FROM_NAME + " is at most 60 characters on one line.");
            return "";
        }
        return name;
    }

    private static boolean isThisMachine(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
