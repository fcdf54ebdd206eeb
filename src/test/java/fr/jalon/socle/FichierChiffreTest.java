package fr.jalon.socle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file kept encrypted reads back as it was written, and in no other way. */
class FichierChiffreTest {
  private final FichierChiffre chiffre =
      new FichierChiffre(new Chiffrement("une clé d'essai de plus de trente-deux octets".getBytes(StandardCharsets.UTF_8)));
  @TempDir
  Path dossier;

  @Test
  void se_relit_tel_qu_il_fut_ecrit_et_ne_montre_rien_sur_le_disque() throws IOException {
    for (int taille : new int[] {0, 1, 1 << 20, (1 << 20) + 1, 3_500_000}) {
      byte[] clair = clair(taille);
      Path fichier = ecrire("f" + taille, clair);
      assertThat(relire(fichier)).isEqualTo(clair);
      assertThat(Files.getPosixFilePermissions(fichier)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
    Path lettre = ecrire("lettre", "Madame Amina PERSONNE".repeat(50).getBytes(StandardCharsets.UTF_8));
    assertThat(Files.readString(lettre, StandardCharsets.ISO_8859_1)).doesNotContain("PERSONNE");
  }

  @Test
  void coupe_deplace_modifie_ou_lu_avec_une_autre_cle_il_est_refuse() throws IOException {
    byte[] octets = Files.readAllBytes(ecrire("entier", clair(2_500_000)));
    int premier = ByteBuffer.wrap(octets).getInt() + Integer.BYTES;
    refuse("sans sa fin", Arrays.copyOf(octets, octets.length - 10));
    refuse("sans son dernier morceau", Arrays.copyOf(octets, 2 * premier));
    byte[] echange = octets.clone();
    System.arraycopy(octets, premier, echange, 0, premier);
    System.arraycopy(octets, 0, echange, premier, premier);
    refuse("morceaux échangés", echange);
    byte[] touche = octets.clone();
    touche[premier / 2] ^= 1;
    refuse("un octet changé", touche);
    refuse("en clair", clair(1000));
    FichierChiffre autre =
        new FichierChiffre(new Chiffrement("une autre clé d'essai de plus de trente-deux octets".getBytes(StandardCharsets.UTF_8)));
    assertThatThrownBy(() -> {
      try (InputStream entree = autre.lire(dossier.resolve("entier"))) {
        entree.readAllBytes();
      }
    }).isInstanceOf(IOException.class).hasMessageContaining("clé");
  }

  private void refuse(String quoi, byte[] octets) throws IOException {
    Path fichier = dossier.resolve("faux");
    Files.write(fichier, octets);
    assertThatThrownBy(() -> relire(fichier)).as(quoi).isInstanceOf(IOException.class);
  }

  private Path ecrire(String nom, byte[] clair) throws IOException {
    Path fichier = dossier.resolve(nom);
    try (OutputStream sortie = chiffre.ecrire(fichier)) {
      sortie.write(clair);
    }
    return fichier;
  }

  private byte[] relire(Path fichier) throws IOException {
    try (InputStream entree = chiffre.lire(fichier)) {
      return entree.readAllBytes();
    }
  }

  private static byte[] clair(int taille) {
    byte[] octets = new byte[taille];
    new Random(taille).nextBytes(octets);
    return octets;
  }
}
