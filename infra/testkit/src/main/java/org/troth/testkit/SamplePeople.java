package org.troth.testkit;

import java.util.List;

/** Invented people from several scripts; none of their words is a word of the product or of any library. */
public final class SamplePeople {

    public static final SamplePerson ZEBEDIAH = new SamplePerson(
            "Zebediah Quillfeather",
            "Quillfeather",
            "+1 212 555 0147",
            "zebediah@quillfeather.invalid",
            "9 Marzipan Crescent, Apt 4",
            "After the hearing in Brackwater my keys were kept and I slept in the depot.",
            "Brackwater");

    public static final SamplePerson WLADYSLAWA = new SamplePerson(
            "Władysława Żółkiewiczówna",
            "Żółkiewiczówna",
            "+48 22 555 01 93",
            "wladyslawa@zolkiewiczowna.invalid",
            "ulica Szczebrzeszyńska 17",
            "Mój były mąż zabrał dokumenty do Trzęsidłowa i nie oddał.",
            "Trzęsidłowa");

    public static final SamplePerson NURAN = new SamplePerson(
            "نوران القرنفلاوي",
            "القرنفلاوي",
            "+962 6 555 0128",
            "nuran@qaranfulawi.invalid",
            "شارع الزعفران الأزرق",
            "انتظرت أمام المحكمة في وادي الزمهرير حتى المساء.",
            "الزمهرير");

    public static final SamplePerson TZVIYA = new SamplePerson(
            "צביה בן־שקמוני",
            "שקמוני",
            "+972 2 555 0165",
            "tzviya@shikmoni.invalid",
            "סמטת הרימון הכפול 3",
            "אחרי הדיון הם שלחו אותי אל גבעת האזדרכת בלי מפתח.",
            "האזדרכת");

    public static final SamplePerson THUY = new SamplePerson(
            "Nguyễn Thị Thuỷ-Tiên Đặngquỳnh",
            "Đặngquỳnh",
            "+84 24 5550 0171",
            "thuytien@dangquynh.invalid",
            "hẻm Sương Mù 88/12",
            "Chủ nhà đổi khoá khi tôi ở Bồngsơnhạ thăm mẹ.",
            "Bồngsơnhạ");

    public static final SamplePerson MIYUKI = new SamplePerson(
            "雲居寺 深雪乃", "雲居寺", "+81 3 5550 0186", "miyuki@ungoji.invalid", "朧月町七丁目", "調停のあと霞ヶ淵村の宿に泊まりました。", "霞ヶ淵村");

    public static final SamplePerson OLUWASEUN = new SamplePerson(
            "Olúwáṣeun Adéọ̀ṣùnbámidélé",
            "Adéọ̀ṣùnbámidélé",
            "+234 1 555 0119",
            "oluwaseun@adeosunbamidele.invalid",
            "27 Ìrókòpupa Close",
            "They changed the court date while I was in Òkèrúwàtẹ́lẹ̀.",
            "Òkèrúwàtẹ́lẹ̀");

    public static final SamplePerson FIONNUALA = new SamplePerson(
            "Fionnuala O'Sneachtabháin 🦔",
            "O'Sneachtabháin",
            "+44 20 7946 0852",
            "fionnuala@osneachtabhain.invalid",
            "The Old Buttermilk Wharf",
            "The bailiff said \"leave\" & I left Dunglimmer with <nothing>.",
            "Dunglimmer");

    private SamplePeople() {}

    public static List<SamplePerson> all() {
        return List.of(ZEBEDIAH, WLADYSLAWA, NURAN, TZVIYA, THUY, MIYUKI, OLUWASEUN, FIONNUALA);
    }

    /** The words of all of them, for a {@link LeakSearch}. */
    public static List<String> words() {
        return all().stream()
                .flatMap(person -> person.words().stream())
                .distinct()
                .toList();
    }
}
