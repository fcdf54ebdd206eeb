package fr.jalon.echanges.caf.flux;

import com.dynatrace.hash4j.hashing.HashStream128;
import com.dynatrace.hash4j.hashing.Hashing;
import java.util.Set;

/** What tells that a dossier says the same as last month: its tags and their texts, but the events of the day. */
final class EmpreinteDeDossier {
  /** Which activity is the present one depends on these dates and on the file's: the same dossier may say something else a month later. */
  private static final Set<String> BORNES_D_ACTIVITE = Set.of("DDACT", "DFACT", "DDSTATUEMPL", "DFSTATUEMPL");
  private final HashStream128 hachage = Hashing.xxh3_128().hashStream();
  private final Dossier dossier;
  private final String reference;

  private EmpreinteDeDossier(Dossier dossier, String reference) {
    this.dossier = dossier;
    this.reference = reference;
  }

  /** @param reference reference date of the file, as it writes it; may be {@code null} */
  static byte[] de(Dossier dossier, String reference) {
    EmpreinteDeDossier empreinte = new EmpreinteDeDossier(dossier, reference);
    empreinte.lesEnfants(0);
    return empreinte.hachage.putByte((byte) 1).get().toByteArray();
  }

  private void lesEnfants(int parent) {
    for (int i = parent + 1; i < dossier.fin(parent); i = dossier.fin(i)) {
      if (dossier.nom(i).equals("Evenement")) {
        continue;
      }
      hachage.putInt(dossier.nom(i).hashCode());
      lesEnfants(i);
      String texte = dossier.texte(i);
      if (texte != null) {
        hachage.putString(texte);
        if (reference != null && BORNES_D_ACTIVITE.contains(dossier.nom(i))) {
          hachage.putByte((byte) Integer.signum(texte.compareTo(reference)));
        }
      }
      hachage.putByte((byte) 1);
    }
  }
}
