/** Words by which files in many languages say how an order stands: lower-case and without accents. */

/** A pattern that finds any of a list of words, or of beginnings of words with `^`. */
export const anyOf = (list: string): RegExp =>
  new RegExp(
    `(?:${list
      .trim()
      .split(/\s*,\s*/)
      .join('|')})`,
    'u',
  );

export const CANCELLED_WORDS = anyOf(`
  cancel, ^annul, ^storn, ^anulad, ^anulowan, ^cancelad, ^iptal, ^zrusen, ^peruutettu, ^annullat,
  ^geannuleerd, ^avbruten, ^avbokad, ^avbestall, ^avbestilt, ^avlyst, ^отмен, ^キャンセル, ^取消, ^취소, ^batal,
  ^dibatalkan, ^[dđ]a huy, ^huy,
  ^mitatoi, ^peruttu, ^sztorno, ^torolt, ^lemondva, ^atcelt, ^atsauk, ^tuhistatud, ^ακυρ, ^בוטל, ^ملغ`);

export const RETURNED_WORDS = anyOf(`
  ^(partially |fully |part )?refund, ^(partially |fully )?return, ^charge ?back, ^disputed lost,
  ^retourn, ^zuruckgegeben, ^ruckerstattet, ^erstattet,
  ^rembours, ^retourne, ^devuelt, ^reembolsad, ^devolvid, ^rimborsat, ^reso$, ^geretourneerd,
  ^terugbetaald, ^zwrocon, ^iade, ^возврат, ^返金, ^退款, ^환불`);

export const WAITING_WORDS = anyOf(`
  ^pending, ^unpaid, ^awaiting, ^on hold, ^on-hold, ^not paid, ^offen$, ^unbezahlt, ^en attente,
  ^impaye, ^pendiente, ^impagad, ^pendente, ^aguardando,
  ^in attesa, ^open$, ^outstanding, ^authori[sz]ed$, ^uncaptured`);
