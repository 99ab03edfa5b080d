import { ConfigError } from '../../core/errors.js';
import { isMapFile, type Maps, mapsWith, readMapFile } from '../maps/maps.js';
import {
  defaultOptions,
  OptionError,
  optionsWith,
  SEGMENTATION_OPTIONS,
  type SegmentationOptions,
} from './options.js';

/** The segment maps there are, and the options that are used where a question names none. */
export interface Segmenting {
  readonly maps: Maps;
  readonly segmentation: SegmentationOptions;
}

/**
 * What the settings SEGMENT_MAP and SEGMENT_OPTIONS say.
 * @throws ConfigError where there is no such map, its file has faults (one line each), or an option or its
 * value is unknown
 */
export function segmentingOf(settings: {
  readonly SEGMENT_MAP: string;
  readonly SEGMENT_OPTIONS: string;
}): Segmenting {
  const { SEGMENT_MAP: wanted, SEGMENT_OPTIONS: options } = settings;
  const own = isMapFile(wanted) ? readMapFile(wanted) : undefined;
  const maps = mapsWith(own ? [own] : []);
  const map = own ?? maps.get(wanted.toLowerCase());
  if (!map)
    throw new ConfigError([
      `SEGMENT_MAP "${wanted}" is neither a segment map (${maps.all.map(m => m.name).join(', ')}) ` +
        'nor a JSON file. Example: SEGMENT_MAP=eleven',
    ]);
  return { maps, segmentation: optionsOf(options, defaultOptions(map), maps) };
}

function optionsOf(text: string, usual: SegmentationOptions, maps: Maps): SegmentationOptions {
  const words = text.split(/\s+/).filter(word => word !== '');
  const allowed = SEGMENTATION_OPTIONS.filter(o => o.name !== 'map' && o.name !== 'as-of');
  const said = words.map((word): [string, string] => {
    const [name = '', value = ''] = word.split(/:(.*)/);
    if (value !== '' && allowed.some(o => o.name === name)) return [name, value];
    throw new ConfigError([
      `SEGMENT_OPTIONS "${word}" is not a known option. Examples, separated by spaces: ` +
        allowed.map(o => o.example).join(' '),
    ]);
  });
  try {
    return optionsWith(said, usual, maps);
  } catch (error) {
    if (error instanceof OptionError) throw new ConfigError([`SEGMENT_OPTIONS: ${error.message}`]);
    throw error;
  }
}
