import { groups, type Language, lineSet, wordSet } from './language.ts';

export const spanish: Language = {
  tag: 'es',
  functionWords: wordSet(`
    a al algo algun alguna algunas alguno algunos ante antes aqui asi aun aunque cada como con contra cual cuales
    cuando cuanto cuanta cuantos de del desde donde dos el ella ellas ellos en entre era eres es esa esas ese eso
    esos esta estan estar estas este esto estos estoy fue ha han has hasta hay he la las le les lo los mas me mi mis
    mucho muy nada ni no nos nosotros o os otra otro otros para pero por porque que quien quienes se sea ser si sin
    sobre su sus tambien tan te tengo tiene tienen todo todos tu tus un una unas uno unos usted ustedes vuestra
    vuestro y ya yo sido son soy puedo puede pueden debo debe`),
  politeWords: wordSet(`
    ayuda ayudar favor gracias gustaria hacer hago hace hola necesito necesita posible pregunta queria quiero quiere
    quisiera saber decir podria puedes hacerlo manera forma explicar dan dar funciona usar utilizar ver tener nuevo
    nueva ofrecen ofrece teneis aceptan poder`),
  synonyms: groups(`
    reembolso, devolver el dinero, reintegro, devolucion del dinero, reembolsar
    devolver, devolucion, retornar
    cancelar, cancelacion, anular, baja, dar de baja
    contrasena, clave, password
    olvidado, olvide, restablecer, recuperar, perdido, perdi
    iniciar sesion, entrar, acceder, login, sesion
    registrarse, crear una cuenta, registro
    factura, recibo
    precio, coste, costo, tarifa, cuesta, vale
    pagar, pago, abonar
    pedido, compra, comprar, orden
    envio, entrega, enviar, llegar, llega, tarda
    paquete, bulto
    roto, danado, defectuoso, averiado
    cambiar, modificar, editar, actualizar, cambio
    eliminar, borrar, suprimir, quitar
    plan, suscripcion
    descuento, cupon, codigo promocional
    companero, miembro, equipo, companeros
    invitar, anadir, agregar
    movil, telefono, celular
    correo, email, mail
    direccion, domicilio
    contactar, contacto, llamar, hablar
    instalar, configurar, instalacion
    descargar, exportar
    subir, importar
    vacaciones, ausencia
    cita, reserva, reservar
    garantia, avería
    bloquear, bloqueo
    conectar, vincular, enlazar
    navidad, festivo, festivos
    horario, abrir, abren, abierto, cerrar, cierran
    nino, nina, hijo, infantil
    dejar, abandonar, salir
    lesion, lesionado, lesionada, herida
    olvidar, dejar, perder
    apuntar, inscribir, reservar`),
  greetings: lineSet(`
    hola
    buenos dias
    buenas tardes
    buenas noches
    buenas
    hola buenas`),
  thanks: lineSet(`
    gracias
    muchas gracias
    mil gracias
    vale gracias
    ok gracias
    adios
    hasta luego`),
  replies: {
    unsure: 'No sé la respuesta: no he encontrado nada sobre eso en los artículos de ayuda.',
    greeting: '¡Hola! ¿Qué le gustaría saber?',
    thanks: '¡De nada!',
  },
};
