package fr.jalon.allocataires.enregistrement;

import fr.jalon.allocataires.constat.PersonneConstatee.Identite;
import java.util.Arrays;

/**
 * A person already known.
 *
 * @param id            her own number
 * @param canonique     number of the person she was merged into, or her own
 * @param identite      identity as last stated; its NIR is null (see {@code nirEmpreinte})
 * @param nirEmpreinte  keyed hash of the NIR or null
 */
record PersonneConnue(long id, long canonique, Identite identite, byte[] nirEmpreinte, boolean nirProvisoire, Integer territoireId,
    Integer[] organisations) {

  boolean aUnNirDefinitif() {
    return nirEmpreinte != null && !nirProvisoire;
  }

  boolean memeNir(byte[] empreinte) {
    return nirEmpreinte != null && Arrays.equals(nirEmpreinte, empreinte);
  }
}
