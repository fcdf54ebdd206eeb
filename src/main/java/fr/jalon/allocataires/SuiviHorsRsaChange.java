package fr.jalon.allocataires;

import java.util.List;

/** Who follows these persons outside the RSA was just written, changed or taken back: whoever says which organisations see them looks again. */
public record SuiviHorsRsaChange(List<Long> personnes) {}
