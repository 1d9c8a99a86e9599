/** Extensions of observables that the specification itself defines, section 6. */
import {
  type Kind,
  type Members,
  anything,
  boolean,
  closed,
  dictionary,
  float,
  hashes,
  hexadecimal,
  integer,
  list,
  members,
  open,
  reference,
  required,
  text,
  timestamp,
} from '../kinds.ts';

type Extensions = Readonly<Record<string, Kind>>;

/** An extension has one property at least (section 3.10). */
const extension = (own: Members): Kind => members(own, { someOf: [Object.keys(own)] });

const dataStream = members({ name: required(text), hashes, size: integer(0) });

const OPTIONAL_HEADER_NUMBERS = [
  'major_linker_version',
  'minor_linker_version',
  'size_of_code',
  'size_of_initialized_data',
  'size_of_uninitialized_data',
  'address_of_entry_point',
  'base_of_code',
  'base_of_data',
  'image_base',
  'section_alignment',
  'file_alignment',
  'major_os_version',
  'minor_os_version',
  'major_image_version',
  'minor_image_version',
  'major_subsystem_version',
  'minor_subsystem_version',
  'size_of_image',
  'size_of_headers',
  'size_of_stack_reserve',
  'size_of_stack_commit',
  'size_of_heap_reserve',
  'size_of_heap_commit',
  'number_of_rva_and_sizes',
];

const optionalHeader = extension({
  ...Object.fromEntries(OPTIONAL_HEADER_NUMBERS.map((name) => [name, integer(0)])),
  magic_hex: hexadecimal,
  win32_version_value_hex: hexadecimal,
  checksum_hex: hexadecimal,
  subsystem_hex: hexadecimal,
  dll_characteristics_hex: hexadecimal,
  loader_flags_hex: hexadecimal,
  hashes,
});

export const FILE_EXTENSIONS: Extensions = {
  'archive-ext': members({
    contains_refs: required(list(reference('file', 'directory'))),
    comment: text,
  }),
  'ntfs-ext': extension({ sid: text, alternate_data_streams: list(dataStream) }),
  'pdf-ext': extension({
    version: text,
    is_optimized: boolean,
    document_info_dict: dictionary(text),
    pdfid0: text,
    pdfid1: text,
  }),
  'raster-image-ext': extension({
    image_height: integer(0),
    image_width: integer(0),
    bits_per_pixel: integer(0),
    exif_tags: dictionary(anything),
  }),
  'windows-pebinary-ext': members({
    pe_type: required(open('windows-pebinary-type')),
    imphash: text,
    machine_hex: hexadecimal,
    number_of_sections: integer(0),
    time_date_stamp: timestamp,
    pointer_to_symbol_table_hex: hexadecimal,
    number_of_symbols: integer(0),
    size_of_optional_header: integer(0),
    characteristics_hex: hexadecimal,
    file_header_hashes: hashes,
    optional_header: optionalHeader,
    sections: list(members({ name: required(text), size: integer(0), entropy: float(), hashes })),
  }),
};

export const TRAFFIC_EXTENSIONS: Extensions = {
  'http-request-ext': members({
    request_method: required(text),
    request_value: required(text),
    request_version: text,
    request_header: dictionary(anything),
    message_body_length: integer(0),
    message_body_data_ref: reference('artifact'),
  }),
  'icmp-ext': members({
    icmp_type_hex: required(hexadecimal),
    icmp_code_hex: required(hexadecimal),
  }),
  'socket-ext': members({
    address_family: required(closed('network-socket-address-family')),
    is_blocking: boolean,
    is_listening: boolean,
    options: dictionary(integer()),
    socket_type: closed('network-socket-type'),
    socket_descriptor: integer(0),
    socket_handle: integer(),
  }),
  'tcp-ext': extension({ src_flags_hex: hexadecimal, dst_flags_hex: hexadecimal }),
};

export const PROCESS_EXTENSIONS: Extensions = {
  'windows-process-ext': extension({
    aslr_enabled: boolean,
    dep_enabled: boolean,
    priority: text,
    owner_sid: text,
    window_title: text,
    startup_info: dictionary(anything),
    integrity_level: closed('windows-integrity-level'),
  }),
  'windows-service-ext': extension({
    service_name: text,
    descriptions: list(text),
    display_name: text,
    group_name: text,
    start_type: closed('windows-service-start-type'),
    service_dll_refs: list(reference('file')),
    service_type: closed('windows-service-type'),
    service_status: closed('windows-service-status'),
  }),
};

export const USER_ACCOUNT_EXTENSIONS: Extensions = {
  'unix-account-ext': extension({
    gid: integer(),
    groups: list(text),
    home_dir: text,
    shell: text,
  }),
};
