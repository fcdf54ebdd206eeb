package fr.jalon.courriers.web;

import fr.jalon.courriers.domaine.Entete;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What the form of the letterhead holds. @param logo a mark of the image, {@code null} without one */
public record EnteteVue(String expediteur, String adresse, String contact, String telephone, String signature, String recours,
    String logo, String logoTexte) {
  static EnteteVue de(Entete e) {
    return new EnteteVue(e.expediteur(), e.adresse(), e.contact(), e.telephone(), e.signature(), e.recours(), marque(e.logo()), e.logoTexte());
  }

  /** @param logos letterheads that bear the image meant: the one sent, the one in force */
  Entete entete(Entete... logos) {
    for (Entete e : logos) {
      if (logo != null && logo.equals(marque(e.logo()))) {
        return avecLogo(e);
      }
    }
    return new Entete(null, expediteur, adresse, contact, telephone, signature, recours, null, null, logoTexte);
  }

  /** With the image of another. */
  Entete avecLogo(Entete e) {
    return new Entete(e.id(), expediteur, adresse, contact, telephone, signature, recours, e.logo(), e.logoType(), logoTexte);
  }

  private static String marque(byte[] image) {
    try {
      return image == null ? null : "image " + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(image), 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
