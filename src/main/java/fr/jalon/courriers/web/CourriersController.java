package fr.jalon.courriers.web;

import fr.jalon.courriers.Canal;
import fr.jalon.courriers.application.EnvoiEnFond;
import fr.jalon.courriers.application.ImprimerEnFond;
import fr.jalon.courriers.application.LettresDUnLot;
import fr.jalon.courriers.application.Modeles;
import fr.jalon.courriers.application.Passerelles;
import fr.jalon.courriers.application.PreparerUnLot;
import fr.jalon.courriers.impression.Lettre;
import fr.jalon.courriers.impression.LettresEnPdf;
import fr.jalon.courriers.lecture.FiltresDeMessages;
import fr.jalon.courriers.lecture.LigneDeMessage;
import fr.jalon.courriers.lecture.ListeDesLots;
import fr.jalon.courriers.lecture.ListeDesMessages;
import fr.jalon.ecran.Classeur;
import fr.jalon.ecran.Classeur.Colonne;
import fr.jalon.ecran.Message;
import fr.jalon.ecran.Temoin;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.Structures;
import fr.jalon.travaux.Travail;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The messages that wait, left, failed or came back; the batch made of those that wait; the spreadsheet. */
@Controller
@PreAuthorize("hasAuthority('COURRIERS')")
class CourriersController {
  private static final int APERCU = 5;
  private final ListeDesMessages liste;
  private final ListeDesLots lots;
  private final PreparerUnLot preparer;
  private final ImprimerEnFond imprimer;
  private final EnvoiEnFond envoi;
  private final Passerelles passerelles;
  private final LettresDUnLot lettres;
  private final LettresEnPdf pdf;
  private final Modeles modeles;
  private final Structures structures;
  private final Temoin temoin;
  private final Clock horloge;

  CourriersController(ListeDesMessages liste, ListeDesLots lots, PreparerUnLot preparer, ImprimerEnFond imprimer, EnvoiEnFond envoi,
      Passerelles passerelles, LettresDUnLot lettres, LettresEnPdf pdf, Modeles modeles, Structures structures, Temoin temoin, Clock horloge) {
    this.liste = liste;
    this.lots = lots;
    this.preparer = preparer;
    this.imprimer = imprimer;
    this.envoi = envoi;
    this.passerelles = passerelles;
    this.lettres = lettres;
    this.pdf = pdf;
    this.modeles = modeles;
    this.structures = structures;
    this.temoin = temoin;
    this.horloge = horloge;
  }

  @GetMapping("/courriers")
  String liste(FiltresDeMessages filtres, Model modele) {
    Travail progres = envoi.progres().orElse(null);
    modele.addAttribute("page", new PageDesCourriers(liste.page(filtres), liste.lettresEnAttente(filtres), liste.messagesDus(filtres), lots.enCours(),
        structures.territoires(), modeles,
        sansPasserelle(), progres));
    if (progres != null) {
      envoi.lu(progres);
    }
    return "courriers/courriers";
  }

  /** The first letters of what would be taken, to look at before printing. */
  @GetMapping("/courriers/apercu")
  ResponseEntity<byte[]> apercu(FiltresDeMessages filtres) {
    List<Lettre> premieres = lettres.apercu(ListeDesMessages.conditions(), ListeDesMessages.parametres(filtres), APERCU);
    if (premieres.isEmpty()) {
      throw new RefusMetier("RIEN_A_IMPRIMER", "Aucune lettre n'attend avec ces filtres.");
    }
    ByteArrayOutputStream sortie = new ByteArrayOutputStream();
    pdf.ecrire("Aperçu de " + premieres.size() + " lettres", premieres, sortie);
    temoin.exporter("Aperçu de " + premieres.size() + " lettres avant impression", premieres);
    return enPdf(sortie.toByteArray(), "apercu.pdf");
  }

  @PostMapping("/courriers/lots")
  String preparer(FiltresDeMessages filtres, @RequestParam(defaultValue = "") String rectoVerso, RedirectAttributes suite) {
    try {
      long lot = preparer.executer(filtres, PageDesCourriers.enClair(filtres, modeles, structures.territoires()), rectoVerso.equals("oui"));
      imprimer.lancer(lot);
      return "redirect:/courriers/lots/" + lot;
    } catch (RefusMetier refus) {
      suite.addFlashAttribute(Message.CLE, Message.refus(refus.getMessage()));
      return "redirect:" + filtres.adresse();
    }
  }

  /** Sends the SMS and e-mails that are due, behind the screen. */
  @PostMapping("/courriers/envoyer")
  String envoyer(FiltresDeMessages filtres, RedirectAttributes suite) {
    try {
      envoi.lancer(filtres);
    } catch (RefusMetier refus) {
      suite.addFlashAttribute(Message.CLE, Message.refus(refus.getMessage()));
    }
    return "redirect:" + filtres.adresse();
  }

  @GetMapping("/courriers/export")
  @PreAuthorize("hasAuthority('COURRIERS') and hasAuthority('EXPORTS')")
  void export(FiltresDeMessages filtres, HttpServletResponse reponse) {
    List<LigneDeMessage> lignes = liste.toutes(filtres);
    Classeur.telecharger(reponse, "courriers-" + LocalDate.now(horloge), "Courriers", List.of(
        new Colonne<>("Numéro", 12, LigneDeMessage::numero),
        new Colonne<>("Courrier", 34, l -> modeles.libelle(l.modele())),
        new Colonne<>("Canal", 10, LigneDeMessage::canalEnClair),
        new Colonne<>("Date", 12, LigneDeMessage::le),
        new Colonne<>("Nom", 22, LigneDeMessage::nom),
        new Colonne<>("Prénom", 18, LigneDeMessage::prenom),
        new Colonne<>("Adresse", 34, l -> l.adresse() == null ? null : l.adresse().replace('\n', ' ')),
        new Colonne<>("Code postal", 12, LigneDeMessage::codePostal),
        new Colonne<>("Ville", 22, LigneDeMessage::ville),
        new Colonne<>("Numéro ou adresse électronique", 28, LigneDeMessage::vers),
        new Colonne<>("Territoire", 18, LigneDeMessage::territoire),
        new Colonne<>("Où il en est", 20, l -> l.etat().libelle()),
        new Colonne<>("Envoyé le", 12, LigneDeMessage::envoyeLe),
        new Colonne<>("Lot", 8, LigneDeMessage::lotId),
        new Colonne<>("Retour ou raison", 34, l -> l.retour() == null ? l.raison() : l.retour().libelle())),
        temoin.lignes("Courriers (%s) : %d lignes".formatted(filtres.file().libelle(), lignes.size()), lignes.stream()));
  }

  /** Said on the page as long as a gateway lacks: nothing must let believe that a SMS left. */
  private String sansPasserelle() {
    boolean sms = passerelles.de(Canal.SMS).isEmpty();
    boolean courriel = passerelles.de(Canal.COURRIEL).isEmpty();
    if (!sms && !courriel) {
      return null;
    }
    String quoi = sms && courriel ? "SMS et courriels" : sms ? "SMS" : "courriels";
    return "Aucun envoi de %s n'est réglé : ils ne partent pas, ils restent dans la boîte d'envoi de Jalon, où on peut les lire.".formatted(quoi);
  }

  static ResponseEntity<byte[]> enPdf(byte[] contenu, String nom) {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).header("Content-Disposition", "inline; filename=\"" + nom + "\"").body(contenu);
  }
}
