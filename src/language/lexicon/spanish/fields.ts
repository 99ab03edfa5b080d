/** What columns of sales files are called in Spanish, and what they are called in English. */
export const fields = `
  vendedor(?:es|as?)?, comercial(?:es)?, representantes? => salesperson
  camarer[oa]s?, meser[oa]s? => waiter
  (?:formas?|metodos?|medios?|tipos?|modos?) de pagos? => payment method
  idiomas?, lenguas?(?: maternas?)? => language
  profesion(?:es)?, ocupacion(?:es)?, oficios?, trabajos? => occupation
  generos?, sexos? => gender
  estado civil => marital status
  (?:nivel(?:es)? )?(?:de )?(?:estudios|educacion|educativos?), titulacion(?:es)?, formacion
      => education level
  (?:nivel(?:es)?|tramos?|rangos?|grupos?) de (?:ingresos?|renta) => income group
  (?:grupos?|rangos?|tramos?|franjas?) de edad(?:es)?, edad(?:es)? => age group
  valoracion(?:es)?, calificacion(?:es)?, puntuacion(?:es)? => rating
  ubicacion(?:es)?, lugar(?:es)?, localidad(?:es)? => location
  provincias? => state
  territorios?, zonas? => territory
  tamanos? (?:de |del |de los )?(?:negocios?|pedidos?|tratos?|deals?) => deal size
  estados?(?: de(?:l| los)? pedidos?)? => status
  tiendas?(?! (?:web|online)), sucursal(?:es)?, locales => store
  proveedor(?:es)? => supplier
  fabricantes? => manufacturer
  (?:metodos?|formas?) de envio => shipping method
  cupon(?:es)?, codigos? (?:promocional(?:es)?|de descuento), promocion(?:es)? => promotion
  tipos? de productos?, familias?(?: de productos?)? => category
`;
