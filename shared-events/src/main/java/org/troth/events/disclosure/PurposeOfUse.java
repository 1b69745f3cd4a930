package org.troth.events.disclosure;

/**
 * Why somebody looks, as HL7 v3 PurposeOfUse codes (code system v3-ActReason). The list is closed: another code is
 * refused, never stored as text.
 */
public enum PurposeOfUse {
    BTG("break the glass"),
    CAREMGT("care management"),
    COC("coordination of support"),
    HCOMPL("compliance review"),
    HDIRECT("directory"),
    HLEGAL("legal proceeding"),
    HOPERAT("running the programme"),
    HPRGRP("programme reporting"),
    HQUALIMP("quality improvement"),
    HRESCH("research"),
    HSYSADMIN("system administration"),
    PATADMIN("administration of a person's record"),
    PATRQT("at the person's own request"),
    RECORDMGT("records management"),
    SUPNWK("support network"),
    THREAT("serious threat"),
    TRAIN("training"),
    TREAT("giving support");

    private final String plain;

    PurposeOfUse(String plain) {
        this.plain = plain;
    }

    /** The purpose in words that the person it is about understands. */
    public String plain() {
        return plain;
    }
}
